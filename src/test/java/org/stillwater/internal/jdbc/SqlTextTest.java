package org.stillwater.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextTest {
    @Test
    void keepsTheStringsOfAnApplicationToItself() {
        assertThat(new SqlText("update person\n  set name = 'O''Hara'  where id = 'x'"))
                .hasToString("update person set name = '?' where id = '?'");
    }

    @Test
    void isNotLong() {
        assertThat(new SqlText("select " + "x".repeat(10_000)).toString()).hasSizeLessThan(200);
    }
}
