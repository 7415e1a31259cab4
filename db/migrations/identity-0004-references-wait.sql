-- References to accounts wait for the end of the act, as all references do (HOUSE.md, rows).
alter table identity.passkey alter constraint passkey_person_fkey deferrable initially deferred;
alter table identity.session alter constraint session_person_fkey deferrable initially deferred;
alter table identity.token alter constraint token_person_fkey deferrable initially deferred;
alter table identity.step_up alter constraint step_up_person_fkey deferrable initially deferred;
