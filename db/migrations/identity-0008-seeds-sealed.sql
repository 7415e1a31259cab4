-- Seeds of authenticators stand sealed (src/platform/sealing.ts); those from before are sealed by the program at its next start.
insert into platform.setting (key, value) select 'seeds-to-seal', 'true' where exists (select 1 from identity.account where totp_secret is not null or totp_pending is not null);
comment on table identity.account is 'kept: what a person signs in with; secrets as hashes, seeds of authenticators sealed';
delete from platform.setting where key = 'challenge-key';
