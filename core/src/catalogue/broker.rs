//! What a broker takes besides its console: messages of clients on four ports, and what brokers tell each other. Source: broker.xml of
//! Message Broker 3.2.0, and how the broker reads it (`AndesConfigurationManager`): it adds the offset to the ports of the transports only.

use super::{Link, Moves, Peers};

/// JMS clients.
pub const AMQP: Link = Link {
    from: Peers::Clients,
    to: Peers::Line,
    ports: &[5672],
    moves: Moves::WithOffset,
    protocol: "AMQP",
    what: "messages of JMS clients, straight to the brokers; leave it out where all speak TLS",
};

/// JMS clients, over TLS.
pub const AMQP_TLS: Link = Link {
    ports: &[8672],
    protocol: "AMQP over TLS",
    what: "messages of JMS clients, straight to the brokers",
    ..AMQP
};

/// MQTT clients.
pub const MQTT: Link = Link {
    ports: &[1883],
    protocol: "MQTT",
    what: "messages of MQTT clients, straight to the brokers; leave it out where nobody speaks it, or all speak TLS",
    ..AMQP
};

/// MQTT clients, over TLS.
pub const MQTT_TLS: Link = Link {
    ports: &[8883],
    protocol: "MQTT over TLS",
    what: "messages of MQTT clients, straight to the brokers; leave it out where nobody speaks it",
    ..AMQP
};

/// Which broker delivers which slot (a range of messages); the coordinator is asked. The product leaves this port where broker.xml says, so
/// the configuration adds the offset.
pub const SLOTS: Link = Link {
    from: Peers::Line,
    ports: &[7611],
    protocol: "Thrift",
    what: "slots of messages, which the coordinator gives out; both ways, as any of them may coordinate",
    ..AMQP
};
