package org.stillwater.quickstart.rest;

import java.math.BigDecimal;
import java.util.List;
import org.stillwater.quickstart.model.CustomerOrder;

/** An order in JSON. */
public record OrderView(long id, String reference, String customer, String status, BigDecimal total, List<Line> lines) {

    /** One line of it. */
    public record Line(String product, int quantity, BigDecimal unitPrice) {}

    static OrderView of(CustomerOrder order) {
        List<Line> lines = order.getLines().stream()
                .map(line -> new Line(line.getProduct().getName(), line.getQuantity(), line.getUnitPrice()))
                .toList();
        return new OrderView(
                order.getId(),
                order.getReference(),
                order.getCustomer().getName(),
                order.getStatus().name(),
                order.getTotal(),
                lines);
    }
}
