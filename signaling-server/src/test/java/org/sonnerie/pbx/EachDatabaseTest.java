package org.sonnerie.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;

/** Whatever speaks SQL is tested on each database that the product works on. */
class EachDatabaseTest {
    /** How a class comes to speak SQL: the type, and its method. */
    private static final Map<String, String> SPEAKING =
            Map.of(
                    "org.springframework.jdbc.core.simple.JdbcClient", "sql",
                    "javax.sql.DataSource", "getConnection",
                    "org.eclipse.jetty.session.DatabaseAdaptor", "setDatasource");

    private static final String ALL = "org.sonnerie.pbx";

    private static Set<String> whoSpeakSql() {
        JavaClasses server =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(ALL);
        return server.stream()
                .filter(EachDatabaseTest::speaksSql)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean speaksSql(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                        call.getName().equals(SPEAKING.get(call.getTargetOwner().getName())));
    }

    private static Set<String> whatIsTestedOnBoth() {
        JavaClasses tests =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages(ALL);
        return tests.stream()
                .filter(test -> test.isAnnotatedWith(BothDatabases.class))
                .flatMap(test ->
                        Arrays.stream(test.getAnnotationOfType(BothDatabases.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whoeverSpeaksSqlIsTestedOnBothDatabases() {
        assertThat(whatIsTestedOnBoth()).isEqualTo(whoSpeakSql());
    }
}
