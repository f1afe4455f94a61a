-- The spare-parts shop, as the application of today knows it.

create table customer (
  id bigint primary key,
  name varchar(120) not null,
  email varchar(160) not null,
  city varchar(80) not null,
  version int not null default 0
);

create table product (
  id bigint primary key,
  sku varchar(20) not null unique,
  name varchar(120) not null,
  category varchar(40) not null,
  price numeric(10, 2) not null,
  stock int not null,
  version int not null default 0
);

create table customer_order (
  id bigint primary key,
  reference varchar(64) not null unique,
  customer_id bigint not null references customer,
  status varchar(12) not null,
  placed_at timestamptz not null,
  version int not null default 0
);
create index customer_order_customer on customer_order (customer_id);

create table order_line (
  id bigint primary key,
  order_id bigint not null references customer_order,
  product_id bigint not null references product,
  position int not null,
  quantity int not null,
  unit_price numeric(10, 2) not null
);
create index order_line_order on order_line (order_id);
create index order_line_product on order_line (product_id);

create table order_event (
  id bigint primary key,
  order_id bigint not null references customer_order,
  happened_at timestamptz not null,
  kind varchar(12) not null,
  note varchar(400) not null
);
create index order_event_order on order_event (order_id);

create table stock_movement (
  id bigint primary key,
  product_id bigint not null references product,
  happened_at timestamptz not null,
  quantity int not null,
  reference varchar(64) not null
);
create index stock_movement_product on stock_movement (product_id);
create index stock_movement_reference on stock_movement (reference);

create table customer_note (
  id bigint primary key,
  customer_id bigint not null references customer,
  written_at timestamptz not null,
  text varchar(400) not null
);
create index customer_note_customer on customer_note (customer_id);

create sequence customer_order_seq increment by 50;
create sequence order_line_seq increment by 50;
create sequence order_event_seq increment by 50;
create sequence stock_movement_seq increment by 50;
create sequence customer_note_seq increment by 50;

-- The application reads and writes rows; the tables belong to whoever migrates them.
grant select, insert, update, delete on all tables in schema public to ${application_role};
grant usage, select on all sequences in schema public to ${application_role};
