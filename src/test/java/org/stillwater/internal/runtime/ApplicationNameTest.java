package org.stillwater.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the server's naming is not there; where it is, see the tests on servers. */
class ApplicationNameTest {
    @ParameterizedTest
    @CsvSource({
        "deployment.shop.war,                  shop",
        "deployment.shop-1.2.war,              shop-1.2",
        "deployment.shop.ear,                  shop",
        "deployment.shop.ear.front.war,        shop",
        "deployment.shop-1.2.ear.front-1.war,  shop-1.2",
        "deployment.earth.ear.front.war,       earth",
        "deployment.my.earth.ear.front.war,    my.earth",
        "deployment.shop.warehouse.war,        shop.warehouse",
    })
    void is_that_of_the_deployment_after_which_wildfly_names_the_class_loader(String loader, String name) {
        assertThat(ApplicationName.fromLoader(loader)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"app", "platform", "deployment.", "an.older.deployment.shop.war", ","})
    void is_a_general_one_for_any_other_class_loader(String loader) {
        assertThat(ApplicationName.fromLoader(loader)).isEqualTo("application");
    }
}
