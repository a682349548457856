package org.sonnerie.pbx.tokens;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a token must be allowed so that it may use a method of the REST interface. A method without
 * it is closed to tokens.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsScope {
    /**
     * All of them are needed.
     *
     * @return none: any token will do
     */
    Scope[] value();
}
