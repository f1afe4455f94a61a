-- EXPAND, step 4: room for longer names. No row is rewritten, but the type of a column that the application selects
-- changes, so every statement that is prepared in the server answers "cached plan must not change result type" once.
-- Deploy with pgjdbc's autosave=conservative: the driver then goes back to the savepoint and prepares it again.
set local lock_timeout = '5s';

alter table product alter column name type varchar(240);
alter table customer alter column name type varchar(240);
alter table order_event alter column note type varchar(1000);
