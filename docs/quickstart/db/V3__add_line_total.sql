-- EXPAND, step 1: a new column beside the old ones. The application of today neither reads nor fills it.
-- Give up rather than let every reader queue behind us.
set local lock_timeout = '5s';

alter table order_line add column line_total numeric(12, 2);

-- The application of today goes on inserting lines once the window is lifted; the database fills the column for it.
create function order_line_total() returns trigger language plpgsql as $$
begin
  new.line_total := new.quantity * new.unit_price;
  return new;
end $$;

create trigger order_line_total before insert or update of quantity, unit_price on order_line
  for each row execute function order_line_total();
