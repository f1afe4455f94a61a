package org.stillwater.quickstart.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stillwater.quickstart.model.Customer;
import org.stillwater.quickstart.shop.CustomerDesk;

/** Behind customers.xhtml. */
@Named("customerListing")
@RequestScoped
public class CustomerListing extends Listing<Customer> {

    @Inject
    private CustomerDesk customers;

    @Override
    protected long count() {
        return customers.count();
    }

    @Override
    protected List<Customer> load(int first, int size) {
        return customers.customers(first, size);
    }
}
