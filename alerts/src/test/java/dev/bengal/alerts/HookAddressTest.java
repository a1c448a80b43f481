package dev.bengal.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.org,               hooks.example.org, 443,  hooks.example.org,      /",
        "HTTPS://hooks.example.org/a/b?c=d#e,     hooks.example.org, 443,  hooks.example.org,      /a/b?c=d",
        "https://hooks.example.org:8443?x=%20y,   hooks.example.org, 8443, hooks.example.org:8443, /?x=%20y",
        "http://[2001:db8::1]:80/größe,           2001:db8::1,       80,   [2001:db8::1]:80,       /gr%C3%B6%C3%9Fe",
        "https://[fe80::1%25eth0]/x,              fe80::1,           443,  [fe80::1],              /x",
        "https://hooks.example.org//twice,        hooks.example.org, 443,  hooks.example.org,      /.//twice",
    })
    void address_isTakenApart(String text, String host, int port, String authority, String target) {
        HookAddress address = HookAddress.parse(text, true);

        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.authority()).isEqualTo(authority);
        assertThat(address.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/secret",
                "ftp://hooks.example.org/secret",
                "https:///secret",
                "https://ada:secret@hooks.example.org/",
                "https://hooks.example.org:99999/secret",
                "https://hooks.example.org/secret\r\nX: y",
                "https://hooks example.org/secret",
                "secret",
                ""
            })
    void address_thatIsNoneIsRefusedWithoutShowingIt(String text) {
        assertThatThrownBy(() -> HookAddress.parse(text, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void address_showsNothingOfItself() {
        assertThat(HookAddress.parse("https://hooks.example.org/secret", false))
                .hasToString("the address of a webhook");
    }
}
