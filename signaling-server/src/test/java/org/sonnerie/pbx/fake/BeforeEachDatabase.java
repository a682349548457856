package org.sonnerie.pbx.fake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts what all tests of a class share: a static method without parameters, called before the
 * tests on each database ({@link BothDatabases}; JUnit's own are called once for both).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BeforeEachDatabase {}
