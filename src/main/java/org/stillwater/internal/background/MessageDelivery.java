package org.stillwater.internal.background;

/** A server's own means to leave messages in their queue. */
public interface MessageDelivery {
    /** Where a server has none, or none that is known. */
    MessageDelivery NONE = new MessageDelivery() {
        @Override
        public boolean stop(Class<?> bean) {
            return false;
        }

        @Override
        public boolean start(Class<?> bean) {
            return false;
        }
    };

    /**
     * Stops the delivery to a message-driven bean. Returns when the bean has finished, so not before the messages that it
     * has in hand.
     *
     * @return whether that was possible
     */
    boolean stop(Class<?> bean);

    /** Begins it again. */
    boolean start(Class<?> bean);
}
