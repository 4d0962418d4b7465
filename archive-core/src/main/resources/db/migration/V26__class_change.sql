-- What an item is, is counted in every search, from memory: whoever keeps it there reads what was changed since. Writers of
-- classifications take turns at the row of evaluation, so changes are seen in the order of their numbers.
alter table evaluation add column changed ${long} not null default 0;

alter table classification add column changed ${long} not null default 0;

create index classification_changed on classification (changed, item, record_class, series);
