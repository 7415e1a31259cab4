-- Nobody looks for entries by act or by action: each entry paid two places in an index for it.
drop index ledger.entry_by_act;
drop index ledger.entry_by_action;
-- The one writer of a leaf has just read its entry, and no entry can leave; verification names a leaf without one. The key locked and dirtied every entry a second time.
alter table ledger.leaf drop constraint leaf_entry_no_fkey;
-- A head changes with every act: with room beside it the new one stands on the same page, and no index learns of it.
alter table ledger.head set (fillfactor = 70);
