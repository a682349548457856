package org.sonnerie.pbx.fake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs all of a test class once on each database that the product works on: what {@link
 * TestDatabase} hands out and {@link RunningServer} uses meanwhile is that one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(OnEachDatabase.class)
public @interface BothDatabases {
    /** The simple names of classes whose statements this tests, each of them on both databases. */
    String[] value() default {};
}
