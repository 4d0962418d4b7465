-- Bringing items up to a change that can't touch them writes nothing: whatever was written up to the change of classifications
-- passed_change was held against all that items are held against up to the number passed.
alter table evaluation add column passed ${long} not null default 0;

alter table evaluation add column passed_change ${long} not null default 0;
