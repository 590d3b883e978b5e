# The nodes.
#
# WSO2 API Manager 3.2.0, distributed components; design `apim`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

locals {
  nodes = {
    "service_http" = {
      "gateway-1" = { address = "10.0.2.21", port = 8280 }
      "gateway-2" = { address = "10.0.2.22", port = 8280 }
    }
    "service_https" = {
      "gateway-1" = { address = "10.0.2.21", port = 8243 }
      "gateway-2" = { address = "10.0.2.22", port = 8243 }
    }
    "web_socket" = {
      "gateway-1" = { address = "10.0.2.21", port = 8099 }
      "gateway-2" = { address = "10.0.2.22", port = 8099 }
    }
    "key_manager" = {
      "key-manager-1" = { address = "10.0.1.15", port = 9443 }
      "key-manager-2" = { address = "10.0.1.16", port = 9443 }
    }
    "traffic_manager" = {
      "traffic-manager-1" = { address = "10.0.1.17", port = 9443 }
      "traffic-manager-2" = { address = "10.0.1.18", port = 9443 }
    }
    "publisher" = {
      "publisher-1" = { address = "10.0.1.11", port = 9443 }
      "publisher-2" = { address = "10.0.1.12", port = 9443 }
    }
    "dev_portal" = {
      "dev-portal-1" = { address = "10.0.1.13", port = 9443 }
      "dev-portal-2" = { address = "10.0.1.14", port = 9443 }
    }
    "gateway" = {
      "gateway-1" = { address = "10.0.2.21", port = 9443 }
      "gateway-2" = { address = "10.0.2.22", port = 9443 }
    }
    "console" = {
      "publisher-1" = { address = "10.0.1.11", port = 9443 }
      "publisher-2" = { address = "10.0.1.12", port = 9443 }
    }
  }
}

# The services over HTTP.
resource "aws_lb_target_group" "service_http" {
  name                 = "apim-lb-service-8280"
  vpc_id               = var.vpc_id
  target_type          = "ip"
  port                 = 8280
  protocol             = "HTTP"
  deregistration_delay = 300 # a node that is taken out may finish what it does
  # a hung node keeps its share; in turn it would get more and more
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    protocol = "HTTP"
    path     = "/services/Version"
    # the pass-through transport has no page of its own: any answer but a fault of its own shows life
    matcher             = "200-499"
    interval            = 5
    timeout             = 2
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  lifecycle {
    # A listener uses the old one until then.
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "service_http" {
  for_each = local.nodes.service_http

  target_group_arn = aws_lb_target_group.service_http.arn
  target_id        = each.value.address
  port             = each.value.port
}

# The services over HTTPS. The nodes have certificates of the cluster's authority, but this load balancer takes any:
# only the security groups make sure that it speaks to nodes.
resource "aws_lb_target_group" "service_https" {
  name                          = "apim-lb-service-8243"
  vpc_id                        = var.vpc_id
  target_type                   = "ip"
  port                          = 8243
  protocol                      = "HTTPS"
  deregistration_delay          = 300
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    protocol = "HTTPS"
    path     = "/services/Version"
    # the pass-through transport has no page of its own: any answer but a fault of its own shows life
    matcher             = "200-499"
    interval            = 5
    timeout             = 2
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "service_https" {
  for_each = local.nodes.service_https

  target_group_arn = aws_lb_target_group.service_https.arn
  target_id        = each.value.address
  port             = each.value.port
}

# WebSocket services. The nodes have certificates of the cluster's authority, but this load balancer takes any: only
# the security groups make sure that it speaks to nodes.
resource "aws_lb_target_group" "web_socket" {
  name                          = "apim-lb-web-socket-8099"
  vpc_id                        = var.vpc_id
  target_type                   = "ip"
  port                          = 8099
  protocol                      = "HTTPS"
  deregistration_delay          = 300
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    protocol            = "HTTPS"
    path                = "/"
    matcher             = "200-499" # no path is known that answers without a sign-in: any answer but a fault shows life
    interval            = 5
    timeout             = 2
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "web_socket" {
  for_each = local.nodes.web_socket

  target_group_arn = aws_lb_target_group.web_socket.arn
  target_id        = each.value.address
  port             = each.value.port
}

# Key managers. The nodes have certificates of the cluster's authority, but this load balancer takes any: only the
# security groups make sure that it speaks to nodes. A client stays with its node: a sign-in over several pages is
# known to the node that it began at.
resource "aws_lb_target_group" "key_manager" {
  name                          = "apim-lb-key-manager-9443"
  vpc_id                        = var.vpc_id
  target_type                   = "ip"
  port                          = 9443
  protocol                      = "HTTPS"
  deregistration_delay          = 300
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    protocol            = "HTTPS"
    path                = "/services/Version"
    matcher             = "200" # so it answers once services are deployed
    interval            = 5
    timeout             = 2
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  stickiness {
    type            = "lb_cookie"
    cookie_duration = 43200
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "key_manager" {
  for_each = local.nodes.key_manager

  target_group_arn = aws_lb_target_group.key_manager.arn
  target_id        = each.value.address
  port             = each.value.port
}

# Traffic managers. The nodes have certificates of the cluster's authority, but this load balancer takes any: only the
# security groups make sure that it speaks to nodes. A client stays with its node: an administrator's session with its
# services is in one node's memory.
resource "aws_lb_target_group" "traffic_manager" {
  name                          = "apim-lb-traffic-manager-9443"
  vpc_id                        = var.vpc_id
  target_type                   = "ip"
  port                          = 9443
  protocol                      = "HTTPS"
  deregistration_delay          = 300
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    protocol            = "HTTPS"
    path                = "/services/Version"
    matcher             = "200" # so it answers once services are deployed
    interval            = 5
    timeout             = 2
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  stickiness {
    type            = "lb_cookie"
    cookie_duration = 43200
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "traffic_manager" {
  for_each = local.nodes.traffic_manager

  target_group_arn = aws_lb_target_group.traffic_manager.arn
  target_id        = each.value.address
  port             = each.value.port
}

# Publishers. The nodes have certificates of the cluster's authority, but this load balancer takes any: only the
# security groups make sure that it speaks to nodes. A client stays with its node: the portals keep a sign-in in one
# node's memory.
resource "aws_lb_target_group" "publisher" {
  name                          = "apim-lb-publisher-9443"
  vpc_id                        = var.vpc_id
  target_type                   = "ip"
  port                          = 9443
  protocol                      = "HTTPS"
  deregistration_delay          = 300
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    protocol            = "HTTPS"
    path                = "/services/Version"
    matcher             = "200" # so it answers once services are deployed
    interval            = 5
    timeout             = 2
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  stickiness {
    type            = "lb_cookie"
    cookie_duration = 43200
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "publisher" {
  for_each = local.nodes.publisher

  target_group_arn = aws_lb_target_group.publisher.arn
  target_id        = each.value.address
  port             = each.value.port
}

# Developer portals. The nodes have certificates of the cluster's authority, but this load balancer takes any: only
# the security groups make sure that it speaks to nodes. A client stays with its node: the portals keep a sign-in in
# one node's memory.
resource "aws_lb_target_group" "dev_portal" {
  name                          = "apim-lb-dev-portal-9443"
  vpc_id                        = var.vpc_id
  target_type                   = "ip"
  port                          = 9443
  protocol                      = "HTTPS"
  deregistration_delay          = 300
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    protocol            = "HTTPS"
    path                = "/services/Version"
    matcher             = "200" # so it answers once services are deployed
    interval            = 5
    timeout             = 2
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  stickiness {
    type            = "lb_cookie"
    cookie_duration = 43200
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "dev_portal" {
  for_each = local.nodes.dev_portal

  target_group_arn = aws_lb_target_group.dev_portal.arn
  target_id        = each.value.address
  port             = each.value.port
}

# Gateways. The nodes have certificates of the cluster's authority, but this load balancer takes any: only the
# security groups make sure that it speaks to nodes. A client stays with its node: an API is published by several
# calls, which belong to one session of one node.
resource "aws_lb_target_group" "gateway" {
  name                          = "apim-lb-gateway-9443"
  vpc_id                        = var.vpc_id
  target_type                   = "ip"
  port                          = 9443
  protocol                      = "HTTPS"
  deregistration_delay          = 300
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    protocol            = "HTTPS"
    path                = "/services/Version"
    matcher             = "200" # so it answers once services are deployed
    interval            = 5
    timeout             = 2
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  stickiness {
    type            = "lb_cookie"
    cookie_duration = 43200
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "gateway" {
  for_each = local.nodes.gateway

  target_group_arn = aws_lb_target_group.gateway.arn
  target_id        = each.value.address
  port             = each.value.port
}

# The management console. The nodes have certificates of the cluster's authority, but this load balancer takes any:
# only the security groups make sure that it speaks to nodes. A client stays with its node: the console keeps its
# session in one node's memory, and session replication does not cover it.
resource "aws_lb_target_group" "console" {
  name                          = "apim-lb-console-9443"
  vpc_id                        = var.vpc_id
  target_type                   = "ip"
  port                          = 9443
  protocol                      = "HTTPS"
  deregistration_delay          = 300
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    protocol            = "HTTPS"
    path                = "/services/Version"
    matcher             = "200" # so it answers once services are deployed
    interval            = 5
    timeout             = 2
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  stickiness {
    type            = "lb_cookie"
    cookie_duration = 43200
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "console" {
  for_each = local.nodes.console

  target_group_arn = aws_lb_target_group.console.arn
  target_id        = each.value.address
  port             = each.value.port
}
