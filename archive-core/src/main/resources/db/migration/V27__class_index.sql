-- Items are counted by class and series from memory (V26), which reads whole rows of what was changed: an index of series is
-- read by nobody, and the changes need no more than their numbers. Each cost a page of every item that is taken in.
drop index classification_series;
drop index classification_changed;
create index classification_changed on classification (changed);
