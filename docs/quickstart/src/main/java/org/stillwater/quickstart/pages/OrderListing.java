package org.stillwater.quickstart.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stillwater.quickstart.model.CustomerOrder;
import org.stillwater.quickstart.shop.OrderDesk;

/** Behind orders.xhtml. */
@Named("orderListing")
@RequestScoped
public class OrderListing extends Listing<CustomerOrder> {

    @Inject
    private OrderDesk orders;

    @Override
    protected long count() {
        return orders.count();
    }

    @Override
    protected List<CustomerOrder> load(int first, int size) {
        return orders.latest(first, size);
    }
}
