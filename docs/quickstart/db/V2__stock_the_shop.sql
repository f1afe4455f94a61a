-- Rows to work with: the same ones on every run, because random() starts from a fixed seed.
-- ${orders} orders have about three times as many lines.

select setseed(0.20261122);

insert into customer (id, name, email, city)
select n,
       first || ' ' || last,
       lower(first) || '.' || lower(last) || n || '@example.org',
       (array['Aldbrough', 'Birkby', 'Carrick', 'Dunmore', 'Eastwell', 'Farleigh', 'Glenroy', 'Holm'])[1 + floor(random() * 8)]
from (
  select n,
         (array['Ada', 'Ben', 'Clara', 'David', 'Edith', 'Frank', 'Grace', 'Henry', 'Iris', 'Jonas'])[1 + floor(random() * 10)] as first,
         (array['Archer', 'Baker', 'Carter', 'Dyer', 'Fuller', 'Mason', 'Miller', 'Potter', 'Smith', 'Turner', 'Walker', 'Wright'])[1 + floor(random() * 12)] as last
  from generate_series(1, 5000) n
) people;

insert into product (id, sku, name, category, price, stock)
select n,
       'SP-' || lpad(n::text, 5, '0'),
       size || ' ' || part,
       category,
       round((0.5 + random() * 240)::numeric, 2),
       1000 + floor(random() * 4000)
from (
  select n,
         (array['Small', 'Medium', 'Large', 'Heavy-duty', 'Stainless', 'Brass', 'Spare', 'Narrow'])[1 + floor(random() * 8)] as size,
         (array['bearing', 'gasket', 'drive belt', 'filter', 'valve', 'spring', 'coupling', 'pump seal', 'switch', 'fuse'])[1 + floor(random() * 10)] as part,
         (array['Mechanical', 'Hydraulic', 'Electrical', 'Consumables'])[1 + floor(random() * 4)] as category
  from generate_series(1, 2000) n
) parts;

insert into customer_order (id, reference, customer_id, status, placed_at)
select n,
       'ORD-' || lpad(n::text, 7, '0'),
       1 + floor(random() * 5000),
       (array['PLACED', 'PACKED', 'SHIPPED', 'SHIPPED', 'SHIPPED'])[1 + floor(random() * 5)],
       timestamptz '2024-01-01 08:00+00' + n * interval '7 minutes'
from generate_series(1, ${orders}) n;

insert into order_line (id, order_id, product_id, position, quantity, unit_price)
select row_number() over (order by order_id, position), order_id, product.id, position, quantity, product.price
from (
  select o.id as order_id, position, 1 + floor(random() * 2000)::bigint as product_id, 1 + floor(random() * 9)::int as quantity
  from customer_order o, generate_series(1, 1 + o.id % 5) position
) drawn
join product on product.id = product_id;

insert into order_event (id, order_id, happened_at, kind, note)
select id, id, placed_at, 'PLACED', 'Order received'
from customer_order;

-- Hibernate's pooled optimizer takes blocks of 50 that end at the value it fetched.
select setval('customer_order_seq', max(id) + 50) from customer_order;
select setval('order_line_seq', max(id) + 50) from order_line;
select setval('order_event_seq', max(id) + 50) from order_event;

analyze;
