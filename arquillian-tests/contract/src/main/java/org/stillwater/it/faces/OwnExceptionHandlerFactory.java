package org.stillwater.it.faces;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.util.Iterator;

/** An application's own: takes every exception that is queued, as such factories do, and answers in its own way. */
public class OwnExceptionHandlerFactory extends ExceptionHandlerFactory {
    public OwnExceptionHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new OwnExceptionHandler(getWrapped().getExceptionHandler());
    }

    private static final class OwnExceptionHandler extends ExceptionHandlerWrapper {
        OwnExceptionHandler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                events.next();
                events.remove();
                answer(FacesContext.getCurrentInstance());
            }
            getWrapped().handle();
        }

        private static void answer(FacesContext faces) {
            try {
                faces.getExternalContext().responseReset();
                faces.getExternalContext().setResponseStatus(500);
                faces.getExternalContext().getResponseOutputWriter().write("answered by the application");
                faces.responseComplete();
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }
    }
}
