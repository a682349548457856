package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SoundAddressesTest {
    private static final List<String> MACHINE =
            List.of("2001:db8::5", "192.168.1.5", "127.0.0.1", "0:0:0:0:0:0:0:1");

    @Test
    void browsersReachEveryAddressThatOthersCanReach() {
        SoundAddresses found = with(Map.of());

        assertThat(found.media()).containsExactly("2001:db8::5", "192.168.1.5");
        assertThat(found.trunk()).isEqualTo("192.168.1.5");
        assertThat(found.sip()).isEqualTo("0.0.0.0");
        assertThat(found.sipShown()).isEqualTo("192.168.1.5");
    }

    @Test
    void theDemoIsReachedFromThisMachineToo() {
        SoundAddresses found = with(Map.of("demo", "true", "bind.public-address", "203.0.113.9"));

        assertThat(found.media()).isEqualTo(MACHINE);
        assertThat(found.trunk()).isEqualTo("127.0.0.1");
        assertThat(found.sip()).isEqualTo("127.0.0.1");
        assertThat(found.sipShown()).isEqualTo("127.0.0.1");
    }

    @Test
    void loopbackIsBetterThanNothing() {
        SonnerieProperties properties = properties(Map.of());
        assertThat(SoundAddresses.of(properties, List.of("127.0.0.1")).media())
                .containsExactly("127.0.0.1");
    }

    @Test
    void whatIsSetIsBound() {
        SoundAddresses found =
                with(
                        Map.of(
                                "bind.media", "::1,192.168.1.5",
                                "bind.trunk", "2001:db8::5",
                                "bind.public-address", "203.0.113.9,2001:db8:9::9"));

        assertThat(found.media()).containsExactly("::1", "192.168.1.5");
        assertThat(found.trunk()).isEqualTo("2001:db8::5");
        assertThat(found.sip()).isEqualTo("2001:db8::5");
        assertThat(found.sipShown()).isEqualTo("2001:db8:9::9");
    }

    @Test
    void aPublicAddressOfTheOtherFamilyIsNotShown() {
        assertThat(with(Map.of("bind.public-address", "2001:db8:9::9")).sipShown())
                .isEqualTo("192.168.1.5");
    }

    @Test
    void namesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SonnerieProperties.BindSettings(
                                List.of("pbx.example.org"), "", "127.0.0.1", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SonnerieProperties.BindSettings(
                                List.of(), "localhost", "127.0.0.1", List.of()));
    }

    private static SoundAddresses with(Map<String, String> settings) {
        return SoundAddresses.of(properties(settings), MACHINE);
    }

    private static SonnerieProperties properties(Map<String, String> settings) {
        var source = new MapConfigurationPropertySource();
        source.put("sonnerie.ports.http", "0");
        settings.forEach((name, value) -> source.put("sonnerie." + name, value));
        return new Binder(source).bind("sonnerie", SonnerieProperties.class).get();
    }
}
