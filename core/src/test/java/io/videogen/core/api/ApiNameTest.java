package io.videogen.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ApiNameTest {

    @Test
    void aWordIsTakenInAnyCase() {
        assertThat(ApiName.parse(" New-API ")).isEqualTo(ApiName.NEW_API);
    }

    @Test
    void aMisspeltWordIsQuotedWithTheNearestAndAllOthers() {
        assertThatThrownBy(() -> ApiName.parse("newapi"))
                .hasMessageContaining(
                        "The api \"newapi\" is not known. Did you mean \"new-api\"? Use one of \"openai\"");
        assertThatThrownBy(() -> ApiName.parse("pika"))
                .hasMessageContaining("The api \"pika\" is not known. Use one of \"openai\"");
    }
}
