package org.stillwater.it.droppable;

class DroppableIT extends AbstractDroppableIT {
    @Override
    protected boolean canDrop() {
        return false;
    }
}
