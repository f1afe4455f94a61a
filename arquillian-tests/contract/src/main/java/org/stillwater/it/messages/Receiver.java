package org.stillwater.it.messages;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stillwater.Writes;
import org.stillwater.it.Database;

/** Keeps each message, and how often it was delivered, by plain JDBC, which no guard sees. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Sender.QUEUE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue")
        })
@Writes
public class Receiver implements MessageListener {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private DataSource dataSource;

    @Override
    public void onMessage(Message message) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into message_line values (?, ?)")) {
            insert.setString(1, ((TextMessage) message).getText());
            insert.setInt(2, message.getIntProperty("JMSXDeliveryCount"));
            insert.executeUpdate();
        } catch (JMSException | SQLException e) {
            throw new EJBException(e);
        }
    }
}
