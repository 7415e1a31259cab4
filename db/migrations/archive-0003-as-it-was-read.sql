-- How a page was turned and straightened before it was read: the places of its words are told on that picture.
alter table archive.page_text add column turned int, add column lean text;
