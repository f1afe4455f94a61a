package org.stillwater.quickstart.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stillwater.quickstart.model.Product;
import org.stillwater.quickstart.shop.StockRoom;

/** Behind products.xhtml. */
@Named("productListing")
@RequestScoped
public class ProductListing extends Listing<Product> {

    @Inject
    private StockRoom stock;

    @Override
    protected long count() {
        return stock.count();
    }

    @Override
    protected List<Product> load(int first, int size) {
        return stock.products(first, size);
    }
}
