package org.stillwater.quickstart.pages;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.Serializable;
import org.stillwater.quickstart.model.CustomerOrder;
import org.stillwater.quickstart.shop.OrderDesk;

/** Behind order.xhtml: one order, its history, and a form that adds to it. */
@Named("orderPage")
@ViewScoped
public class OrderPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OrderDesk orders;

    private long id;
    private CustomerOrder order;

    @NotBlank
    @Size(max = 400)
    private String note;

    public void load() throws IOException {
        order = orders.find(id).orElse(null);
        if (order == null) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(404, "There is no such order");
            faces.responseComplete();
        }
    }

    /** Redirects, so that reloading the page does not write the note again. */
    public String annotate() {
        orders.annotate(id, note);
        return "order?faces-redirect=true&id=" + id;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public CustomerOrder getOrder() {
        return order;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
