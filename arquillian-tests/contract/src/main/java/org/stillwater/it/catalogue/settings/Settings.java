package org.stillwater.it.catalogue.settings;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.places.Elsewhere;

/** Tries a way in a setting. */
@Dependent
public class Settings {
    @Inject
    private ContainerManaged containerManaged;

    @Inject
    private BeanManaged beanManaged;

    @Inject
    private TransactionalBean transactional;

    @Inject
    private Instance<Conversation> conversations;

    @Inject
    private OwnContexts ownContexts;

    @Inject
    private ResourceLocal resourceLocal;

    @Inject
    private Declared declared;

    @Inject
    private Elsewhere elsewhere;

    public void run(Setting setting, Way way) throws Exception {
        switch (setting) {
            case CONTAINER_MANAGED, REQUEST -> containerManaged.run(way);
            case BEAN_MANAGED -> beanManaged.run(way);
            case TRANSACTIONAL -> transactional.run(way);
            case NO_TRANSACTION -> transactional.runWithout(way);
            case EXTENDED -> extended(way);
            case UNSYNCHRONIZED -> ownContexts.runUnsynchronized(way);
            case APPLICATION_MANAGED -> ownContexts.runApplicationManaged(way);
            case RESOURCE_LOCAL -> resourceLocal.run(way);
            case GUARDED_DATA_SOURCE -> containerManaged.runOnGuardedDataSource(way);
            case GUARDED_WITHOUT_TRANSACTION -> transactional.runWithoutOnGuardedDataSource(way);
            case PROVIDER_CONNECTION -> containerManaged.runOnProviderConnection(way);
            case DECLARED -> declared.run(way);
            default -> elsewhere.run(setting, way);
        }
    }

    private void extended(Way way) {
        Conversation conversation = conversations.get();
        try {
            conversation.run(way);
        } catch (RuntimeException e) {
            Conversation.endIfThere(conversation);
            throw e;
        }
        conversation.end();
    }
}
