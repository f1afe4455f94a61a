package org.stillwater.quickstart.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a customer asks for.
 *
 * @param reference the customer's own name for the order, unique
 */
public record NewOrder(
        @NotBlank @Size(max = 64) String reference,
        long customerId,
        @NotEmpty List<@Valid Item> items) {

    /** So many of one product. */
    public record Item(long productId, @Min(1) int quantity) {}
}
