package org.stillwater.integration.faces;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/**
 * Adds the handling of refusals to whatever handles exceptions in an application. {@code faces-config.xml} puts it before
 * the factories of other libraries, and the application's own comes last in any case: so it sits inside of theirs, and
 * takes only what is refused.
 */
public final class RefusalHandlerFactory extends ExceptionHandlerFactory {
    /** For the runtime. */
    public RefusalHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new RefusalHandler(getWrapped().getExceptionHandler());
    }
}
