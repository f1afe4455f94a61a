package org.stillwater.quickstart.rest;

import org.stillwater.quickstart.model.CustomerOrder;

/** An order in a list in JSON. */
public record OrderSummary(long id, String reference, String customer, String status) {

    static OrderSummary of(CustomerOrder order) {
        return new OrderSummary(
                order.getId(),
                order.getReference(),
                order.getCustomer().getName(),
                order.getStatus().name());
    }
}
