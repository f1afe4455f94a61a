package org.stillwater.it.messages;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConnectionFactoryDefinition;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.stream.IntStream;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** {@code /messages?send=n} sends the messages 1 to n; {@code /messages} says how many are in the queue. */
@JMSConnectionFactoryDefinition(name = Sender.CONNECTIONS)
@JMSDestinationDefinition(
        name = Sender.QUEUE,
        interfaceName = "jakarta.jms.Queue",
        destinationName = "StillwaterMessages")
@WebServlet("/messages")
public class Sender extends HttpServlet {
    static final String QUEUE = "java:app/jms/messages";
    static final String CONNECTIONS = "java:app/jms/connections";

    @Resource(lookup = QUEUE)
    private transient Queue queue;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        String number = request.getParameter("send");
        if (number == null) {
            response.getWriter().print(waiting());
        } else {
            send(Integer.parseInt(number));
            response.getWriter().print("sent");
        }
    }

    private void send(int number) {
        try (JMSContext context = connections().createContext()) {
            IntStream.rangeClosed(1, number)
                    .forEach(each -> context.createProducer().send(queue, "message " + each));
        }
    }

    /** OpenMQ fails if a message is acknowledged in the meantime: then it is not known, but not none. */
    private String waiting() {
        try (JMSContext context = connections().createContext();
                QueueBrowser browser = context.createBrowser(queue)) {
            return Integer.toString(Collections.list(browser.getEnumeration()).size());
        } catch (JMSException e) {
            return "not known: " + e;
        }
    }

    /** The one that every server should have; Payara has none unless it is told to. */
    private static ConnectionFactory connections() {
        try {
            return InitialContext.doLookup("java:comp/DefaultJMSConnectionFactory");
        } catch (NamingException e) {
            return ownConnections();
        }
    }

    private static ConnectionFactory ownConnections() {
        try {
            return InitialContext.doLookup(CONNECTIONS);
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }
}
