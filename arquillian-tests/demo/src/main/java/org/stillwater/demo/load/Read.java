package org.stillwater.demo.load;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The kinds of reading, and how one knows that the answer is the one asked for: a status of 200 alone proves nothing.
 */
enum Read {
    ORDER_LIST_PAGE {
        @Override
        Question ask(RandomGenerator random, int orders) {
            return new Question("orders.xhtml?page=" + (1 + random.nextInt(200)), "<table id=\"orders\"");
        }
    },
    ORDER_PAGE {
        @Override
        Question ask(RandomGenerator random, int orders) {
            int id = 1 + random.nextInt(orders);
            return new Question("order.xhtml?id=" + id, "<h1>" + reference(id) + "</h1>");
        }
    },
    PRODUCT_LIST_PAGE {
        @Override
        Question ask(RandomGenerator random, int orders) {
            return new Question("products.xhtml?page=" + (1 + random.nextInt(100)), "<table id=\"products\"");
        }
    },
    CUSTOMER_PAGE {
        @Override
        Question ask(RandomGenerator random, int orders) {
            int id = 1 + random.nextInt(5000);
            return new Question("customer.xhtml?id=" + id, "Customer " + id + "<");
        }
    },
    ORDER_LIST_JSON {
        @Override
        Question ask(RandomGenerator random, int orders) {
            return new Question("api/orders?first=" + random.nextInt(4000), "\"reference\":");
        }
    },
    ORDER_JSON {
        @Override
        Question ask(RandomGenerator random, int orders) {
            int id = 1 + random.nextInt(orders);
            return new Question("api/orders/" + id, "\"" + reference(id) + "\"");
        }
    },
    PRODUCT_JSON {
        @Override
        Question ask(RandomGenerator random, int orders) {
            int id = 1 + random.nextInt(2000);
            return new Question("api/products/" + id, String.format(Locale.ROOT, "\"SP-%05d\"", id));
        }
    };

    /** A page, and what it must contain. */
    record Question(String path, String expected) {}

    /** @param orders how many orders there were at first */
    abstract Question ask(RandomGenerator random, int orders);

    private static String reference(int order) {
        return String.format(Locale.ROOT, "ORD-%07d", order);
    }
}
