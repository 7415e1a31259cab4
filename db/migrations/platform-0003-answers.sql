-- What an act answered is kept for whoever may still have it, ninety days, and never where it was a secret.
alter table platform.act add column roots uuid[];
comment on column platform.act.roots is 'the cases that the actor saw when this was done: who sees one of them no longer gets no answer again';
create index act_answer_by_age on platform.act (recorded_at) where answer is not null;
drop index platform.act_by_age;

update platform.act set answer = null where operation in ('identity.issue-token', 'identity.make-recovery-codes', 'identity.enrol-totp',
  'identity.add-passkey', 'identity.sign-in', 'identity.step-up', 'identity.start-recovery', 'identity.confirm-recovery', 'cases.unmask-party');
