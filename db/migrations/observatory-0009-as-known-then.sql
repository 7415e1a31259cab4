-- Whose death a death is, and who stands in a case twice, was told of the past by what is known now. Told as it was known then, the sums follow the log once more.
delete from ledger.reaction_cursor where name = 'observatory.keep-sums-up';
