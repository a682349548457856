package org.sonnerie.e2e.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the kernel says of one process. */
record ProcessUse(long pid) {
    private static final double MILLIS_A_TICK = 10;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    /** Processor time so far, of all its threads, in user and kernel mode. */
    double cpuMillis() {
        String stat = read("stat").getFirst();
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks =
                Long.parseLong(afterName[USER_TICKS]) + Long.parseLong(afterName[SYSTEM_TICKS]);
        return ticks * MILLIS_A_TICK;
    }

    /** Memory it holds now. */
    double residentKilobytes() {
        return read("status").stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    /** Lets the virtual machine collect what nobody uses, so that two looks can be compared. */
    void collectGarbage() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process asked =
                    new ProcessBuilder(jcmd.toString(), "" + pid, "GC.run")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (asked.waitFor() != 0) {
                throw new IllegalStateException("no garbage collection in process " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> read(String file) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
