-- EXPAND, step 3: an ordinary index (it holds off writers only, and there are none) and a constraint.
set local lock_timeout = '5s';

create index order_line_product_total on order_line (product_id, line_total desc);

-- First for new rows, then for the old ones: checking them does not hold off readers.
alter table order_line add constraint order_line_total_known check (line_total is not null and line_total >= 0) not valid;
alter table order_line validate constraint order_line_total_known;
