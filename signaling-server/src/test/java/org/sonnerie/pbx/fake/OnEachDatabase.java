package org.sonnerie.pbx.fake;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Behind {@link BothDatabases}. */
final class OnEachDatabase implements ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        return Arrays.stream(TestDatabase.Kind.values()).map(On::new);
    }

    private record On(TestDatabase.Kind kind)
            implements ClassTemplateInvocationContext,
                    BeforeClassTemplateInvocationCallback,
                    AfterClassTemplateInvocationCallback {
        @Override
        public String getDisplayName(int number) {
            return kind.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) {
            TestDatabase.use(kind);
            callAll(context, BeforeEachDatabase.class);
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) {
            try {
                callAll(context, AfterEachDatabase.class);
            } finally {
                TestDatabase.use(TestDatabase.Kind.H2);
            }
        }

        private static void callAll(ExtensionContext context, Class<? extends Annotation> marked) {
            AnnotationSupport.findAnnotatedMethods(
                            context.getRequiredTestClass(), marked, HierarchyTraversalMode.TOP_DOWN)
                    .forEach(method -> ReflectionSupport.invokeMethod(method, null));
        }
    }
}
