-- What a token may do in each area, as in "requests=WRITE,search=READ". Empty for one that is good in all areas, to the
-- extent that scope says: those that were made before there were areas, and areas that are still to come.
alter table access_token add column areas text not null default '';
