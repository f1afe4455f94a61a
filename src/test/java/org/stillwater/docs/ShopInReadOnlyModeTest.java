package org.stillwater.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.ReadOnlyControl;
import org.stillwater.ReadOnlyModeException;

/** The sample of an application that tests itself. */
class ShopInReadOnlyModeTest {
    private SeContainer container;
    private ReadOnlyControl control;
    private Shop shop;

    @BeforeEach
    void start() {
        System.setProperty("stillwater.store", "memory");
        System.setProperty("stillwater.rehearsal", "fail");
        container =
                SeContainerInitializer.newInstance().addBeanClasses(Shop.class).initialize();
        control = container.select(ReadOnlyControl.class).get();
        shop = container.select(Shop.class).get();
    }

    @Test
    void customers_may_look_but_not_buy_while_we_migrate() {
        shop.buy("tea");
        control.enter(ReadOnlyControl.Request.named("test"));
        try {
            assertThat(shop.sold()).containsExactly("tea");
            assertThatThrownBy(() -> shop.buy("coffee")).isInstanceOf(ReadOnlyModeException.class);
        } finally {
            control.leave("test");
        }
        shop.buy("milk");
        assertThat(shop.sold()).containsExactly("tea", "milk");
    }

    @AfterEach
    void stop() {
        container.close();
        System.clearProperty("stillwater.store");
        System.clearProperty("stillwater.rehearsal");
    }
}
