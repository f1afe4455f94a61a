package org.stillwater.quickstart.pages;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.stillwater.quickstart.model.Customer;
import org.stillwater.quickstart.model.CustomerNote;
import org.stillwater.quickstart.model.CustomerOrder;
import org.stillwater.quickstart.shop.CustomerDesk;

/** Behind customer.xhtml: one customer, in a form that can be edited. */
@Named("customerPage")
@ViewScoped
public class CustomerPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CustomerDesk customers;

    private long id;
    private Customer customer;
    private List<CustomerOrder> orders = List.of();
    private List<CustomerNote> notes = List.of();

    public void load() throws IOException {
        customer = customers.find(id).orElse(null);
        if (customer == null) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(404, "There is no such customer");
            faces.responseComplete();
            return;
        }
        orders = customers.ordersOf(id);
        notes = customers.notesOn(id);
    }

    /** Redirects, so that reloading the page does not save again. */
    public String save() {
        customers.save(customer);
        return "customer?faces-redirect=true&saved=1&id=" + id;
    }

    public List<CustomerOrder> getOrders() {
        return orders;
    }

    public List<CustomerNote> getNotes() {
        return notes;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public Customer getCustomer() {
        return customer;
    }
}
