-- The last reference to accounts that did not wait for the end of the act.
alter table identity.device alter constraint device_person_fkey deferrable initially deferred;
