-- Originals of photographs may leave the online store: which files they are, for the archive that carries them; a copy as large as a screen stays beside the small one.
create view scenes.public_photograph as
  select h.id as photograph, h.attendance, h.root, h.file, h.size from scenes.photograph h;
comment on view scenes.public_photograph is 'derived: photographs by the files they are, as other modules may read them';
