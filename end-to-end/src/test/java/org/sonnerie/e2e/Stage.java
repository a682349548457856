package org.sonnerie.e2e;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.sonnerie.e2e.browser.Browsers;
import org.sonnerie.e2e.browser.Browsers.Network;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.firefox.FirefoxPhone;
import org.sonnerie.e2e.firefox.Workplace;
import org.sonnerie.e2e.firefox.Workplace.Hindrance;
import org.sonnerie.e2e.product.Sonnerie;
import org.sonnerie.e2e.sound.Ear;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Voice;

/**
 * What a test needs: the product and the browsers, started once for all tests, and phones and
 * carriers that are put away after each. A test asks for it as its parameter.
 */
final class Stage {
    private final House house;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private Optional<SoftCarrier> carrier = Optional.empty();

    private Stage(House house) {
        this.house = house;
    }

    /** The running product. */
    Sonnerie sonnerie() {
        return house.sonnerie;
    }

    Browsers browsers() {
        return house.browsers;
    }

    /** A person's phone, signed in and able to ring; the voice's name is the user name. */
    PhonePage phone(Voice person) {
        return phone(person, sonnerie().address());
    }

    /** A person's phone at a product of the test's own. */
    PhonePage phone(Voice person, String address) {
        return opened(PhonePage.signIn(person.name(), address, house.browsers.fresh(person)));
    }

    /** A person's phone in a network that lets not everything through. */
    PhonePage phone(Voice person, Network network) {
        return opened(
                PhonePage.signIn(
                        person.name(),
                        sonnerie().address(),
                        house.browsers.fresh(person, network)));
    }

    /** Alice's computer with Firefox, kept for all tests. */
    Workplace alicesFirefox() {
        return house.alicesFirefox();
    }

    /** A person's phone in Firefox, signed in and able to ring. */
    FirefoxPhone phone(Voice person, Workplace workplace) {
        FirefoxPhone phone = opened(workplace.signIn(person.name(), sonnerie().address()));
        phone.awaitReachable();
        return phone;
    }

    /** The public phone network that the product's trunk leads to; one for all calls of a test. */
    SoftCarrier carrier() {
        if (carrier.isEmpty()) {
            carrier =
                    Optional.of(
                            opened(
                                    SoftCarrier.open(
                                            sonnerie().carrierPort(), Terms.of(Cast.OUTSIDE))));
        }
        return carrier.get();
    }

    /** Something else that is closed after the test, the last opened first. */
    <T extends AutoCloseable> T opened(T thing) {
        opened.push(thing);
        return thing;
    }

    /** Listens from now on, knowing all that can be heard. */
    Listener listen(Ear ear) {
        return new Listener(ear, house.known);
    }

    /** Listens to a phone from now on. */
    Listener listen(PhonePage phone) {
        return listen(phone.ear());
    }

    /** Listens to the speaker of a phone in Firefox from now on. */
    Listener listen(FirefoxPhone phone) {
        return listen(phone.ear());
    }

    private void addWhatWasThere(Throwable failure) {
        StringBuilder there = new StringBuilder("What was there:");
        opened.forEach(thing -> there.append("\n  ").append(thing));
        List<String> log = sonnerie().log().lines().toList();
        there.append("\nThe end of the product's log:");
        log.subList(Math.max(0, log.size() - 25), log.size())
                .forEach(line -> there.append("\n  ").append(line));
        failure.addSuppressed(new AssertionError(there.toString()));
    }

    /** Whatever fails, the rest is put away too: the next test needs its ports. */
    private void putAway() throws Exception {
        if (!opened.isEmpty()) {
            try (AutoCloseable _ = this::putAway) {
                opened.pop().close();
            }
        }
    }

    /**
     * Product, browsers and known sounds: dear to start, so kept for all tests of this process. A
     * run of JUnit would be too short: where there are two processes, each class has its own.
     */
    private static final class House implements AutoCloseable {
        private static final class Kept {
            private static final House HOUSE = open();
        }

        private final Browsers browsers = Browsers.open();
        private final List<Reference> known = Cast.everything(browsers);
        private final Sonnerie sonnerie = Sonnerie.start();
        private Optional<Workplace> alicesFirefox = Optional.empty();

        private static House open() {
            House house = new House();
            Runtime.getRuntime().addShutdownHook(new Thread(house::close, "house-closes"));
            return house;
        }

        private Workplace alicesFirefox() {
            if (alicesFirefox.isEmpty()) {
                alicesFirefox = Optional.of(Workplace.of(Cast.ALICE, Hindrance.NONE));
            }
            return alicesFirefox.get();
        }

        @Override
        public void close() {
            sonnerie.close();
            alicesFirefox.ifPresent(Workplace::close);
            browsers.close();
        }
    }

    /** Gives each test its stage. */
    static final class Extension implements ParameterResolver, AfterEachCallback {
        private static final Namespace HERE = Namespace.create(Stage.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getStore(HERE)
                    .computeIfAbsent(Stage.class, _ -> new Stage(House.Kept.HOUSE), Stage.class);
        }

        @Override
        public void afterEach(ExtensionContext test) throws Exception {
            Stage stage = test.getStore(HERE).get(Stage.class, Stage.class);
            if (stage != null) {
                test.getExecutionException().ifPresent(stage::addWhatWasThere);
                stage.putAway();
            }
        }
    }
}
