import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes the signature files out of the jars named: the JVM keeps no class of a signed jar in its start cache. The classes stay as they
 * are. Run by ./pbx on its unpacked copy; the executable jar keeps the signed ones.
 */
final class Unsign {
    private Unsign() {}

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            try (var zip = FileSystems.newFileSystem(Path.of(jar))) {
                List<Path> files;
                try (var list = Files.list(zip.getPath("/META-INF"))) {
                    files = list.toList();
                }
                for (Path file : files) {
                    if (file.toString().matches(".*\\.(SF|RSA|DSA|EC)")) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
