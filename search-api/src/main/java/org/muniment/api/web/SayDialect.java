package org.muniment.api.web;

import java.util.Set;
import org.muniment.archive.Archive;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Makes {@link Say} known to templates as {@code #say}. */
@Component
final class SayDialect implements IExpressionObjectDialect, IExpressionObjectFactory {
    private static final String NAME = "say";

    private final Say say;

    SayDialect(Archive archive) {
        this.say = new Say(archive.settings().zone());
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(NAME);
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        return say;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
