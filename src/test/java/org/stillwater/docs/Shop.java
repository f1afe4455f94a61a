package org.stillwater.docs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.stillwater.Writes;

/** What {@link ShopInReadOnlyModeTest} tests. */
@ApplicationScoped
class Shop {
    private final List<String> sold = new ArrayList<>();

    @Writes
    void buy(String article) {
        sold.add(article);
    }

    List<String> sold() {
        return List.copyOf(sold);
    }
}
