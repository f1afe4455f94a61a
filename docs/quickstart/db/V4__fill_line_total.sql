-- EXPAND, step 2: the backfill of the largest table, in one statement: nobody else writes now.
update order_line set line_total = quantity * unit_price where line_total is null;
