package org.sonnerie.e2e.bench;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.sonnerie.e2e.product.Sonnerie;

/**
 * Measures the whole product and writes a table and JSON. Nothing else should run on the machine
 * meanwhile; the load clients run beside the product, so what they cost is on the same cores but
 * not in its figures.
 */
final class Bench {
    private static final int STARTS = 3;
    private static final int LEGS = 100;
    private static final int PAIRS_FOR_DELAY = 5;
    private static final int TALKERS = 3;
    private static final int MOST_WINDOWS = 8;
    private static final String ENCODINGS = "sonnerie_media_conference_encodings_total";
    private static final Duration IDLE = Duration.ofSeconds(90);
    private static final Duration GIVEN_BACK = Duration.ofSeconds(35);
    private static final Duration MEASURED = Duration.ofSeconds(15);

    private final List<Figure> figures = new ArrayList<>();

    private Bench() {}

    /**
     * Runs all of it.
     *
     * @param arguments the file for JSON
     * @throws IOException if that cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Bench bench = new Bench();
        bench.starts();
        try (Sonnerie sonnerie = Sonnerie.startAsUsersDo()) {
            bench.idle(sonnerie);
            bench.clicks(sonnerie);
            bench.phone(sonnerie.address());
            bench.relayed(sonnerie);
            bench.delays(sonnerie);
            bench.publications(sonnerie);
        }
        try (Sonnerie sonnerie = Sonnerie.startAsUsersDo()) {
            bench.room(sonnerie);
        }
        bench.write(Path.of(arguments[0]));
    }

    private void starts() {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long began = System.nanoTime();
            try (Sonnerie started = Sonnerie.startAsUsersDo()) {
                started.ports();
                millis.add((System.nanoTime() - began) / 1e6);
            }
        }
        add(
                "start-up to ready (./pbx run --demo, median of 3)",
                Figure.quantile(millis, 0.5),
                "ms",
                4000);
    }

    /**
     * Idle is: nothing has happened for a while, so that the process has given back what its start
     * took.
     */
    private void idle(Sonnerie sonnerie) {
        pause(IDLE);
        double megabytes = new ProcessUse(sonnerie.pid()).residentKilobytes() / 1024;
        add("memory at idle (resident)", megabytes, "MB", 300);
    }

    private void publications(Sonnerie sonnerie) {
        double millis = Figure.quantile(PublishTime.measure(sonnerie.address()), 0.5);
        add("publication of a plan of 1,000 people, p50", millis, "ms", 200);
    }

    private void clicks(Sonnerie sonnerie) {
        List<Double> millis = ClickToSound.measure(sonnerie.address());
        add(
                "click on Answer to sound, browser to browser, p50",
                Figure.quantile(millis, 0.5),
                "ms",
                0);
        add(
                "click on Answer to sound, browser to browser, p95",
                Figure.quantile(millis, 0.95),
                "ms",
                300);
    }

    private void phone(String address) {
        List<Double> ring = PhoneFigures.clickToRing(address);
        add("click on Call to ring on the other page, p50", Figure.quantile(ring, 0.5), "ms", 0);
        add("click on Call to ring on the other page, p95", Figure.quantile(ring, 0.95), "ms", 150);
        List<Double> again = PhoneFigures.reloadToSpeech(address);
        add("reload in mid-call to sound, p50", Figure.quantile(again, 0.5), "ms", 0);
        add("reload in mid-call to sound, p95", Figure.quantile(again, 0.95), "ms", 2000);
        List<Double> paint = PhoneFigures.firstPaint(address);
        add("first paint at 1.6 Mbit/s, nothing cached", Figure.quantile(paint, 0.5), "ms", 1000);
        add("main thread of an idle page", PhoneFigures.idlePercent(address), "%", 1);
    }

    private void relayed(Sonnerie sonnerie) {
        ProcessUse use = new ProcessUse(sonnerie.pid());
        warmUp(sonnerie);
        double before = settledKilobytes(use);
        try (Phones phones = Phones.start(sonnerie.address(), "pairs", LEGS / 2)) {
            phones.await("ready");
            double cpu = settledCpuMillis(use) / (LEGS * MEASURED.toSeconds());
            double grown = settledKilobytes(use) - before;
            add("memory for each browser leg (resident, 100 legs)", grown / LEGS, "kB", 100);
            add("processor time for each relayed leg-second (100 legs)", cpu, "ms", 0.6);
            double kernel = LoopbackPrice.microsPerDatagram();
            add("the kernel's price of one datagram sent and received, alone", kernel, "us", 0);
            JsonObject result = phones.finish();
            add(
                    "delay with 100 relayed legs, client's own share included, p99",
                    millis(result, "p99"),
                    "ms",
                    0);
        }
    }

    /** After a collection, and after what is free again was given back to the system. */
    private static double settledKilobytes(ProcessUse use) {
        use.collectGarbage();
        pause(GIVEN_BACK);
        return use.residentKilobytes();
    }

    private static void warmUp(Sonnerie sonnerie) {
        try (Phones phones = Phones.start(sonnerie.address(), "pairs", LEGS / 10)) {
            phones.await("ready");
            pause(Duration.ofSeconds(5));
            phones.finish();
        }
    }

    private void delays(Sonnerie sonnerie) {
        JsonObject direct = delay(sonnerie, "direct");
        JsonObject relayed = delay(sonnerie, "pairs");
        add("delay without a relay, the client's own share, p50", millis(direct, "p50"), "ms", 0);
        add("delay without a relay, the client's own share, p99", millis(direct, "p99"), "ms", 0);
        add(
                "delay of a relayed call, client's own share included, p50",
                millis(relayed, "p50"),
                "ms",
                0);
        add(
                "delay of a relayed call, client's own share included, p99",
                millis(relayed, "p99"),
                "ms",
                5);
        List<Double> transcoded = TranscodedDelay.measure(sonnerie);
        add(
                "delay with jitter buffer and transcoding, p50",
                Figure.quantile(transcoded, 0.5),
                "ms",
                0);
        add(
                "delay with jitter buffer and transcoding, p99",
                Figure.quantile(transcoded, 0.99),
                "ms",
                45);
    }

    private static JsonObject delay(Sonnerie sonnerie, String scenario) {
        try (Phones phones = Phones.start(sonnerie.address(), scenario, PAIRS_FOR_DELAY)) {
            phones.await("ready");
            pause(MEASURED);
            return phones.finish();
        }
    }

    private void room(Sonnerie sonnerie) {
        ProcessUse use = new ProcessUse(sonnerie.pid());
        try (Phones phones = Phones.start(sonnerie.address(), "room", LEGS + TALKERS)) {
            phones.await("ready");
            double cpu = settledCpuMillis(use);
            add(
                    "processor time for each listener-second (3 talk, 100 listen)",
                    cpu / (LEGS * MEASURED.toSeconds()),
                    "ms",
                    0.6);
            double encodings = sonnerie.metric(ENCODINGS);
            pause(MEASURED);
            double made = sonnerie.metric(ENCODINGS) - encodings;
            add("encodings a second in that room", made / MEASURED.toSeconds(), "", 0);
            phones.finish();
        }
    }

    /** What it takes once the virtual machine has compiled what runs: no longer falling by 5 %. */
    private static double settledCpuMillis(ProcessUse use) {
        double before = cpuMillis(use);
        for (int i = 0; i < MOST_WINDOWS; i++) {
            double now = cpuMillis(use);
            if (now > 0.95 * before) {
                return Math.min(now, before);
            }
            before = now;
        }
        return before;
    }

    private static double cpuMillis(ProcessUse use) {
        double before = use.cpuMillis();
        pause(MEASURED);
        return use.cpuMillis() - before;
    }

    private static double millis(JsonObject result, String name) {
        return result.get(name).isJsonNull() ? Double.NaN : result.get(name).getAsDouble();
    }

    private void add(String what, double value, String unit, double goal) {
        Figure figure = new Figure(what, value, unit, goal);
        figures.add(figure);
        System.out.println(figure.row());
    }

    private void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var gson = new GsonBuilder().setPrettyPrinting().serializeSpecialFloatingPointValues();
        Files.writeString(file, gson.create().toJson(figures) + "\n");
        System.out.println("written to " + file);
    }

    private static void pause(Duration howLong) {
        long end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
