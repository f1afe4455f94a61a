package org.stillwater.quickstart.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.stillwater.quickstart.model.CustomerOrder;
import org.stillwater.quickstart.model.OrderStatus;
import org.stillwater.quickstart.shop.NewOrder;
import org.stillwater.quickstart.shop.OrderDesk;
import org.stillwater.quickstart.shop.StockRoom;

/** Orders over HTTP. */
@Path("orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderResource {

    private static final int PAGE = 20;

    @Inject
    private OrderDesk orders;

    @Inject
    private StockRoom stock;

    @GET
    public List<OrderSummary> latest(@QueryParam("first") @DefaultValue("0") int first) {
        return orders.latest(first, PAGE).stream().map(OrderSummary::of).toList();
    }

    @GET
    @Path("{id}")
    public OrderView find(@PathParam("id") long id) {
        return orders.find(id).map(OrderView::of).orElseThrow(NotFoundException::new);
    }

    /**
     * Two transactions on purpose: the order is kept even if picking the parts fails. Read-only mode must not begin
     * between the two.
     */
    @POST
    public Response place(@NotNull @Valid NewOrder wanted, @Context UriInfo here) {
        CustomerOrder order = orders.place(wanted);
        stock.pick(wanted);
        return Response.created(here.getAbsolutePathBuilder()
                        .path(order.getId().toString())
                        .build())
                .entity(OrderSummary.of(order))
                .build();
    }

    @PUT
    @Path("{id}/status")
    public Response move(@PathParam("id") long id, @NotNull @Valid Move move) {
        if (!orders.moveTo(id, move.status(), move.note())) {
            throw new NotFoundException();
        }
        return Response.noContent().build();
    }

    /** Where an order should go, and why. */
    public record Move(
            @NotNull OrderStatus status,
            @NotNull @Size(max = 400) String note) {}
}
