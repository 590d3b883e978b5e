# The nodes.
#
# WSO2 Enterprise Service Bus 5.0.0, worker/manager pattern 2; design `esb`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

locals {
  nodes = {
    "service_http" = {
      "worker-1" = { address = "10.0.2.21", port = 8280 }
      "worker-2" = { address = "10.0.2.22", port = 8280 }
    }
    "service_https" = {
      "worker-1" = { address = "10.0.2.21", port = 8243 }
      "worker-2" = { address = "10.0.2.22", port = 8243 }
    }
    "console" = {
      "manager-1" = { address = "10.0.1.11", port = 9443, standby = false }
      "manager-2" = { address = "10.0.1.12", port = 9443, standby = true }
    }
  }
}

# The services over HTTP.
resource "aws_lb_target_group" "service_http" {
  name                 = "esb-lb-service-8280"
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
# only the security groups make sure that it speaks to nodes. A client stays with its node: a session that a service
# behind the transport keeps is known to one node only.
resource "aws_lb_target_group" "service_https" {
  name                          = "esb-lb-service-8243"
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

  stickiness {
    type            = "lb_cookie"
    cookie_duration = 43200
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

# The management console. The nodes have certificates of the cluster's authority, but this load balancer takes any:
# only the security groups make sure that it speaks to nodes. manager-2 is on standby and not registered: two managers
# that are asked at once overwrite each other's artifacts, and a target group has no standby of its own.
resource "aws_lb_target_group" "console" {
  name                          = "esb-lb-console-9443"
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

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "console" {
  for_each = { for name, node in local.nodes.console : name => node if node.standby == var.standby_takes_over }

  target_group_arn = aws_lb_target_group.console.arn
  target_id        = each.value.address
  port             = each.value.port
}
