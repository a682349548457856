package org.sonnerie.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * What is asked here has to do with seconds, with lost packets or with voices that are heard at
 * once: nothing else runs meanwhile. The other tests run two at a time (see the module's {@code
 * pom.xml}).
 */
@Tag("whole-machine")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WholeMachine {}
