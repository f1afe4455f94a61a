package org.stillwater.quickstart.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.stillwater.quickstart.model.Product;
import org.stillwater.quickstart.shop.StockRoom;

/** Products and their stock over HTTP. */
@Path("products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProductResource {

    private static final int PAGE = 20;

    @Inject
    private StockRoom stock;

    @GET
    public List<ProductView> products(@QueryParam("first") @DefaultValue("0") int first) {
        return stock.products(first, PAGE).stream().map(ProductView::of).toList();
    }

    @GET
    @Path("{id}")
    public ProductView find(@PathParam("id") long id) {
        return stock.find(id).map(ProductView::of).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("{id}/receipts")
    public Response receive(@PathParam("id") long id, @NotNull @Valid Receipt receipt) {
        stock.receive(id, receipt.quantity(), receipt.reference());
        return Response.noContent().build();
    }

    /** Parts that arrived. */
    public record Receipt(
            @Min(1) int quantity, @NotBlank @Size(max = 64) String reference) {}

    /** A product in JSON. */
    public record ProductView(long id, String sku, String name, BigDecimal price, int stock) {

        static ProductView of(Product product) {
            return new ProductView(
                    product.getId(), product.getSku(), product.getName(), product.getPrice(), product.getStock());
        }
    }
}
